package io.github.backupdiag.azure;

import com.azure.core.http.HttpPipeline;

/**
 * A way to read Azure Resource Manager. It holds the consumer's own pipeline; probes ask for it
 * under this type. Immutable and thread-safe.
 *
 * <pre>{@code
 * AzureConnection azure = AzureConnection.builder().credential(credential).buildConnection();
 * BackupDiagnosis.builder().connect(AzureConnection.class, azure).build();
 * }</pre>
 */
public final class AzureConnection {

  private final HttpPipeline pipeline;
  private final String endpoint;

  AzureConnection(HttpPipeline pipeline, String endpoint) {
    this.pipeline = pipeline;
    this.endpoint = endpoint;
  }

  /**
   * Starts a connection.
   *
   * @return a builder for the public cloud
   */
  public static AzureConnectionBuilder builder() {
    return new AzureConnectionBuilder();
  }

  /**
   * Gives the pipeline that requests go through.
   *
   * @return authenticates, retries and identifies itself
   */
  public HttpPipeline pipeline() {
    return pipeline;
  }

  /**
   * Gives the endpoint of Azure Resource Manager.
   *
   * @return scheme and host, without a slash at its end
   */
  public String endpoint() {
    return endpoint;
  }

  @Override
  public String toString() {
    return "AzureConnection to " + endpoint;
  }
}
