package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import io.github.backupdiag.fact.Observation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;

/** The facts of a test. Each must be one that is read, and must survive its recording. */
record GivenFacts(String who, Set<FactKey<?>> readable, FactSet facts) {

  static GivenFacts none(String who, Set<FactKey<?>> readable) {
    return new GivenFacts(who, readable, FactSet.empty());
  }

  <T> GivenFacts with(FactKey<T> key, Observation<? extends T> observation) {
    if (!readable.contains(key)) {
      throw Wording.mismatch(
          who,
          "a fact that it declares, of " + readable,
          "given " + key + ", which it never reads",
          "");
    }
    return withAny(key, observation);
  }

  <T> GivenFacts withAny(FactKey<T> key, Observation<? extends T> observation) {
    checkRecording(who, key, observation);
    return with(facts.toBuilder().put(key, observation).build());
  }

  GivenFacts with(FactSet newFacts) {
    return new GivenFacts(who, readable, newFacts);
  }

  /** What is known of each fact that may be read, for messages. */
  String inWords() {
    return Wording.of(readable, facts);
  }

  /** Fails unless storing and reading back gives an equal observation. */
  static <T> void checkRecording(String who, FactKey<T> key, Observation<? extends T> observation) {
    Observation<T> back;
    try {
      back = replay(FactSet.builder().put(key, observation).build()).get(key);
    } catch (IOException | RuntimeException e) {
      AssertionError error =
          Wording.mismatch(
              who, "a value of " + key + " that can be stored", Wording.of(observation), "");
      error.initCause(e);
      throw error;
    }
    if (!back.equals(observation)) {
      throw Wording.mismatch(
          who,
          key + " to be the same after storing and reading: " + Wording.of(observation),
          Wording.of(back),
          "");
    }
  }

  /** The facts as a rule sees those of a recording: decoded at first use. */
  FactSet replayed() {
    try {
      return replay(facts);
    } catch (IOException e) {
      throw new AssertionError(who + ": the given facts cannot be stored", e);
    }
  }

  private static FactSet replay(FactSet facts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FactSetJson.write(facts, out);
    return FactSetJson.read(new ByteArrayInputStream(out.toByteArray()), "test");
  }
}
