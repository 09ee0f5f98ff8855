package io.github.backupdiag.azure;

import com.azure.core.http.policy.RetryPolicy;
import io.github.backupdiag.Placeholder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Placeholder that proves the build gates; replaced by the real classes. */
public final class AzurePlaceholder {

  private AzurePlaceholder() {}

  /**
   * Returns the first name in a JSON object, seen by azure-core.
   *
   * @param json a JSON text
   * @return the name, or null if there is none
   * @throws IOException if the text is not JSON
   */
  public static @Nullable String firstName(String json) throws IOException {
    var position = new RetryPolicy().getPipelinePosition();
    return Placeholder.firstName(json.isEmpty() ? position.name() : json);
  }
}
