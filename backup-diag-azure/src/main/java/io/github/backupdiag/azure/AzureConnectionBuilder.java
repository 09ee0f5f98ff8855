package io.github.backupdiag.azure;

import com.azure.core.client.traits.EndpointTrait;
import com.azure.core.client.traits.HttpTrait;
import com.azure.core.client.traits.TokenCredentialTrait;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpLoggingPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.CoreUtils;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link AzureConnection} as clients of Azure are built: from a credential, or from a
 * pipeline that the consumer has already. Not thread-safe.
 */
public final class AzureConnectionBuilder
    implements TokenCredentialTrait<AzureConnectionBuilder>,
        HttpTrait<AzureConnectionBuilder>,
        EndpointTrait<AzureConnectionBuilder> {

  /** Azure Resource Manager of the public cloud. */
  public static final String PUBLIC_CLOUD = "https://management.azure.com";

  private static final String NAME = "backup-diag";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final List<HttpPipelinePolicy> policies = new ArrayList<>();
  private String endpoint = PUBLIC_CLOUD;
  private @Nullable TokenCredential credential;
  private @Nullable HttpClient httpClient;
  private @Nullable HttpPipeline pipeline;
  private @Nullable RetryOptions retryOptions;
  private @Nullable HttpLogOptions logOptions;
  private @Nullable ClientOptions clientOptions;

  AzureConnectionBuilder() {}

  /**
   * Sets the endpoint, for another cloud than the public one.
   *
   * @param newEndpoint {@code https://} and a host; plain {@code http} on loopback only, and then
   *     without a credential
   * @return this builder
   * @throws IllegalArgumentException if it is something else
   */
  @Override
  public AzureConnectionBuilder endpoint(String newEndpoint) {
    URI uri = URI.create(newEndpoint);
    boolean local = uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    boolean secure = "https".equalsIgnoreCase(uri.getScheme());
    if (uri.getHost() == null || !(secure || (local && "http".equalsIgnoreCase(uri.getScheme())))) {
      throw new IllegalArgumentException(
          "endpoint '" + newEndpoint + "' must be https:// and a host, such as " + PUBLIC_CLOUD);
    }
    this.endpoint =
        newEndpoint.endsWith("/")
            ? newEndpoint.substring(0, newEndpoint.length() - 1)
            : newEndpoint;
    return this;
  }

  /**
   * Sets the credential.
   *
   * @param newCredential gives tokens for Azure Resource Manager; null for none
   * @return this builder
   */
  @Override
  public AzureConnectionBuilder credential(@Nullable TokenCredential newCredential) {
    this.credential = newCredential;
    return this;
  }

  /**
   * Sets the HTTP client.
   *
   * @param newClient the client; null for the one that azure-core finds on the class path
   * @return this builder
   */
  @Override
  public AzureConnectionBuilder httpClient(@Nullable HttpClient newClient) {
    this.httpClient = newClient;
    return this;
  }

  /**
   * Sets a whole pipeline; credential, client, policies and options are then not used.
   *
   * @param newPipeline the pipeline, or null to have one built
   * @return this builder
   */
  @Override
  public AzureConnectionBuilder pipeline(@Nullable HttpPipeline newPipeline) {
    this.pipeline = newPipeline;
    return this;
  }

  /**
   * Adds a policy that sees each try of each request.
   *
   * @param policy the policy
   * @return this builder
   */
  @Override
  public AzureConnectionBuilder addPolicy(HttpPipelinePolicy policy) {
    policies.add(policy);
    return this;
  }

  /**
   * Sets how failed requests are tried again.
   *
   * @param newOptions the options; null for those of azure-core
   * @return this builder
   */
  @Override
  public AzureConnectionBuilder retryOptions(@Nullable RetryOptions newOptions) {
    this.retryOptions = newOptions;
    return this;
  }

  /**
   * Sets what is logged of requests.
   *
   * @param newOptions the options; null for none
   * @return this builder
   */
  @Override
  public AzureConnectionBuilder httpLogOptions(@Nullable HttpLogOptions newOptions) {
    this.logOptions = newOptions;
    return this;
  }

  /**
   * Sets application id and headers.
   *
   * @param newOptions the options; null for none
   * @return this builder
   */
  @Override
  public AzureConnectionBuilder clientOptions(@Nullable ClientOptions newOptions) {
    this.clientOptions = newOptions;
    return this;
  }

  /**
   * Builds the connection. Nothing is sent yet.
   *
   * @return ready to use
   * @throws IllegalStateException if there is neither a pipeline nor a credential for {@code
   *     https}, or if a token would go over plain {@code http}
   */
  public AzureConnection buildConnection() {
    return new AzureConnection(pipeline == null ? newPipeline() : pipeline, endpoint);
  }

  private HttpPipeline newPipeline() {
    boolean secure = endpoint.startsWith("https");
    if (secure && credential == null) {
      throw new IllegalStateException("no credential was given; call credential(…) or pipeline(…)");
    }
    if (!secure && credential != null) {
      throw new IllegalStateException(
          "a token is not sent over plain http; leave the credential out");
    }
    List<HttpPipelinePolicy> chain = new ArrayList<>();
    String application =
        clientOptions == null ? null : CoreUtils.getApplicationId(clientOptions, null);
    chain.add(new UserAgentPolicy(application, NAME, version(), null));
    chain.add(new RequestIdPolicy());
    chain.add(retryOptions == null ? new RetryPolicy() : new RetryPolicy(retryOptions));
    if (credential != null) {
      chain.add(new BearerTokenAuthenticationPolicy(credential, endpoint + "/.default"));
    }
    chain.addAll(policies);
    chain.add(new HttpLoggingPolicy(logOptions == null ? new HttpLogOptions() : logOptions));
    HttpPipelineBuilder builder =
        new HttpPipelineBuilder().policies(chain.toArray(new HttpPipelinePolicy[0]));
    if (httpClient != null) {
      builder.httpClient(httpClient);
    }
    if (clientOptions != null) {
      builder.clientOptions(clientOptions);
    }
    return builder.build();
  }

  private static String version() {
    String version = AzureConnection.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }
}
