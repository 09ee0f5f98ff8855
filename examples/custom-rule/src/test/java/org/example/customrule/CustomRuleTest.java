package org.example.customrule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CustomRuleTest {

  @Test
  void seesTheLibrary() throws Exception {
    assertTrue(CustomRule.hasName("{\"a\":1}"));
  }

  @Test
  void runsOnThePathTheBuildChose() {
    assertEquals(Boolean.getBoolean("on.module.path"), CustomRule.class.getModule().isNamed());
  }
}
