package io.github.backupdiag.internal.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class ExtensionFilesFuzzTest {

  static Stream<byte[]> files() {
    return Samples.of(
        SampleTexts.status(4, "error", SampleTexts.RUN, "it \"failed\""),
        SampleTexts.handlerStatus("1.0", "NotReady", 7, "x"),
        "[" + SampleTexts.handlerStatus("1.0", "Ready", 0, "") + "]",
        "{\"runtimeSettings\": [{\"handlerSettings\": {\"protectedSettingsCertThumbprint\":"
            + " \"ABCD\", \"publicSettings\": {\"objectStr\": \"https://x.blob.core.windows.net/a\"}}}]}",
        "{\"policyVersion\": \"0.1.0\", \"extensionPolicies\": {\"allowListedExtensionsOnly\":"
            + " true, \"extensions\": {}}}",
        "{\"pluginName\": \"ScriptRunner\", \"preScriptLocation\": \"/x\", \"timeoutInSeconds\": 30}");
  }

  /** JSON that others write, whole or not, inside other JSON. */
  @MethodSource("files")
  @FuzzTest
  void parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    FileContent file = new FileContent("/a", bytes, 0, bytes.length, null);
    Places.check(() -> StatusFile.parse(file, "1.0", 1), text);
    Places.check(() -> StatusFile.time(text), text);
    Places.check(() -> HandlerStatusFiles.one(file), text);
    Places.check(() -> HandlerStatusFiles.all(file), text);
    Places.check(() -> HandlerStatusFiles.agent(file), text);
    Places.check(() -> SettingsFile.thumbprint(text), text);
    Places.check(() -> StorageHost.find(text), text);
    Places.check(() -> PolicyFile.parse(file), text);
    Places.check(() -> FailedFlagLine.parse(file), text);
    Places.check(() -> ScriptConfigFile.parse(text), text);
    Places.check(() -> StrictJson.parse(text), text);
    Places.check(() -> JsonValue.read(text).first().get("a", "b").number(), text);
  }
}
