package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.FactKey;
import org.jspecify.annotations.Nullable;

/** The vocabulary of the rules and probes of these tests. */
public record Lock(String path, @Nullable String reason) {

  static final String PATH = "/etc/corp/maintenance.lock";
  static final FactKey<Lock> KEY = FactKey.record("test.lock", Lock.class);
  static final FactKey<Boolean> ENFORCED = FactKey.flag("test.enforced");
  static final FactKey<String> OTHER = FactKey.text("test.other");

  static Lock held() {
    return new Lock(PATH, "patch day");
  }
}
