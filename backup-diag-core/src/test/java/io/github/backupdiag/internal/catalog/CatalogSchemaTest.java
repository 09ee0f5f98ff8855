package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the loader takes, editors take as well: both know the same form of a catalog. */
class CatalogSchemaTest {

  private static final Path RESOURCES = resources();

  private static Path resources() {
    try {
      return Path.of(
              LoadedCatalog.class
                  .getResource("/io/github/backupdiag/schema/catalog-1.json")
                  .toURI())
          .getParent()
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<ValidationMessage> validate(String schema, String json) throws IOException {
    JsonSchema loaded =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(RESOURCES.resolve("schema").resolve(schema)));
    return loaded.validate(json, InputFormat.JSON);
  }

  static List<Path> documents(String folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder), depth)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  static List<Path> catalogs() throws IOException {
    return documents("catalog", 1);
  }

  static List<Path> texts() throws IOException {
    return documents("catalog/texts", 2);
  }

  @ParameterizedTest
  @MethodSource("catalogs")
  void takesEveryDocumentOfTheBuiltInCatalog(Path document) throws IOException {
    assertThat(validate("catalog-1.json", Files.readString(document))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void takesEveryDocumentOfItsWords(Path document) throws IOException {
    assertThat(validate("texts-1.json", Files.readString(document))).isEmpty();
  }

  @Test
  void takesACatalogOfAThirdPartyWithAllKindsInOneDocument() throws IOException {
    String extension =
        """
        {"schemaVersion": "1.0",
         "codes": [{"code": "Known", "extends": true, "causes": ["acme.tape-torn"]}],
         "causes": [{"id": "acme.tape-torn", "kind": "fault", "topic": "tape", "os": ["linux"],
           "planes": ["guest"], "prior": "rarely", "leadsTo": [], "checks": [], "replaces": true,
           "remediations": [], "sources": ["acme"]}]}
        """;

    assertThat(validate("catalog-1.json", extension)).isEmpty();
  }

  @Test
  void refusesWhatTheLoaderRefuses() throws IOException {
    String noCauses = "{\"schemaVersion\": \"1.0\", \"codes\": [{\"code\": \"Known\"}]}";

    assertThat(validate("catalog-1.json", noCauses)).isNotEmpty();
    assertThat(validate("catalog-1.json", "{\"schemaVersion\": \"1.0\"}")).isNotEmpty();
    assertThat(validate("catalog-1.json", "{\"schemaVersion\": \"2.0\", \"codes\": []}"))
        .isNotEmpty();
  }
}
