package io.github.backupdiag;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlaceholderTest {

  @Test
  void readsTheFirstName() throws Exception {
    assertThat(Placeholder.firstName("{\"a\":1}")).isEqualTo("a");
    assertThat(Placeholder.firstName("[]")).isNull();
  }

  @Property
  void readsAnyName(@ForAll @AlphaChars String name) throws Exception {
    assertThat(Placeholder.firstName("{\"" + name + "\":1}")).isEqualTo(name);
  }

  @Test
  @Tag("class-path")
  void runsOnTheClassPath() {
    assertThat(Placeholder.class.getModule().isNamed()).isFalse();
  }

  @Test
  void toolsOfTheTestsWork() {
    assertThat(new ClassFileImporter().importPackages("io.github.backupdiag")).isNotEmpty();
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema("{\"type\":\"object\"}");
    assertThat(schema.validate("[]", com.networknt.schema.InputFormat.JSON)).hasSize(1);
  }
}
