package io.github.backupdiag.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.fact.FactKey;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInRulesTest {

  @Test
  void areTheSameOnClassPathAndModulePath() throws Exception {
    String name = Diagnostic.class.getName();
    List<String> services = services();
    ModuleDescriptor module;
    try (var in = Diagnostic.class.getResourceAsStream("/module-info.class")) {
      module = ModuleDescriptor.read(in);
    }
    assertThat(module.provides())
        .filteredOn(provided -> provided.service().equals(name))
        .singleElement()
        .satisfies(
            provided ->
                assertThat(provided.providers()).containsExactlyInAnyOrderElementsOf(services));
  }

  @Test
  void haveIdsOfTheirOwnInOurNamespace() throws Exception {
    List<String> ids = new ArrayList<>();
    for (Diagnostic rule : rules()) {
      ids.add(rule.descriptor().id());
    }
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.startsWith("core."));
  }

  @Test
  void giveTheSameDescriptorAlways() throws Exception {
    for (Diagnostic rule : rules()) {
      assertThat(rule.descriptor()).isSameAs(rule.descriptor());
    }
  }

  @Test
  void readFactsThatHaveALabelAndAWayToThem() throws Exception {
    for (Diagnostic rule : rules()) {
      for (FactKey<?> key : rule.descriptor().needs()) {
        assertThat(RuleWords.all()).containsKeys("fact." + key.id(), "next.fact." + key.id());
      }
      for (FactKey<?> key : rule.descriptor().helpful()) {
        assertThat(RuleWords.all()).containsKeys("fact." + key.id(), "next.fact." + key.id());
      }
    }
  }

  private static List<String> services() throws Exception {
    String name = "/META-INF/services/" + Diagnostic.class.getName();
    try (var in = Diagnostic.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<Diagnostic> rules() throws Exception {
    List<Diagnostic> rules = new ArrayList<>();
    for (String name : services()) {
      rules.add(Class.forName(name).asSubclass(Diagnostic.class).getConstructor().newInstance());
    }
    return rules;
  }
}
