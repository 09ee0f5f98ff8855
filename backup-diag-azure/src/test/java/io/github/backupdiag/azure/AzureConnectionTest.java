package io.github.backupdiag.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AzureConnectionTest {

  private static final TokenCredential CREDENTIAL =
      request ->
          Mono.just(
              new AccessToken(
                  "token for " + request.getScopes().get(0), OffsetDateTime.MAX.minusDays(2)));

  @Test
  void sendsTheTokenOfItsCloudAndNamesItself() {
    List<HttpRequest> sent = new ArrayList<>();
    AzureConnection connection =
        AzureConnection.builder()
            .endpoint("https://management.example.test/")
            .credential(CREDENTIAL)
            .httpClient(
                request -> {
                  sent.add(request);
                  return Mono.empty();
                })
            .buildConnection();

    connection
        .pipeline()
        .send(new HttpRequest(HttpMethod.GET, connection.endpoint() + "/subscriptions"))
        .block();

    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).getHeaders().getValue(HttpHeaderName.AUTHORIZATION))
        .isEqualTo("Bearer token for https://management.example.test/.default");
    assertThat(sent.get(0).getHeaders().getValue(HttpHeaderName.USER_AGENT))
        .contains("backup-diag/");
  }

  @Test
  void usesThePipelineOfTheConsumer() {
    HttpPipeline own = new HttpPipelineBuilder().httpClient(request -> Mono.empty()).build();

    AzureConnection connection = AzureConnection.builder().pipeline(own).buildConnection();

    assertThat(connection.pipeline()).isSameAs(own);
    assertThat(connection.endpoint()).isEqualTo("https://management.azure.com");
  }

  @Test
  void refusesAnEndpointThatIsNotHttpsUnlessItIsLoopback() {
    assertThatThrownBy(() -> AzureConnection.builder().endpoint("http://management.azure.com"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://");
    assertThatThrownBy(() -> AzureConnection.builder().endpoint("management.azure.com"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            AzureConnection.builder()
                .endpoint("http://127.0.0.1:8080")
                .httpClient(request -> Mono.empty())
                .buildConnection()
                .endpoint())
        .isEqualTo("http://127.0.0.1:8080");
  }

  @Test
  void sendsNoTokenOverPlainHttp() {
    AzureConnectionBuilder plain =
        AzureConnection.builder().endpoint("http://localhost:8080").credential(CREDENTIAL);

    assertThatThrownBy(plain::buildConnection)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("plain http");
  }

  @Test
  void asksForACredential() {
    assertThatThrownBy(() -> AzureConnection.builder().buildConnection())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("credential");
  }
}
