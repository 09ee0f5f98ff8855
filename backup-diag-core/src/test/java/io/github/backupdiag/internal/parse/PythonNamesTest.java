package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.Pythons.Python;
import io.github.backupdiag.guestaccess.PathEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonNamesTest {

  private static PathEntry file(String path) {
    return new PathEntry(path, PathEntry.Type.FILE, 9, null, null, null, null);
  }

  private static PathEntry link(String path, String target) {
    return new PathEntry(path, PathEntry.Type.LINK, 0, target, null, null, null);
  }

  @Test
  void followsLinksToTheVersion() {
    PythonNames names =
        new PythonNames(
            List.of(
                link("/usr/bin/python", "/etc/alternatives/python"),
                link("/etc/alternatives/python", "../../usr/bin/python3"),
                link("/usr/bin/python3", "python3.12"),
                file("/usr/bin/python3.12")),
            List.of());

    assertThat(names.searched())
        .containsExactly(
            new Python("/usr/bin/python3", "3.12"), new Python("/usr/bin/python", "3.12"));
    assertThat(names.others()).containsExactly(new Python("/usr/bin/python3.12", "3.12"));
  }

  @Test
  void keepsTheOrderOfTheStartScript() {
    PythonNames names =
        new PythonNames(
            List.of(
                file("/usr/bin/python2.7"),
                file("/usr/bin/python3"),
                file("/usr/local/bin/python3.8"),
                file("/usr/bin/python3.6"),
                file("/usr/bin/python3-config")),
            List.of());

    assertThat(names.searched())
        .extracting(Python::path)
        .containsExactly(
            "/usr/local/bin/python3.8",
            "/usr/bin/python3.6",
            "/usr/bin/python3",
            "/usr/bin/python2.7");
    assertThat(names.others()).isEmpty();
  }

  @Test
  void seesNothingBehindALinkThatLeadsNowhereOrInACircle() {
    PythonNames names =
        new PythonNames(
            List.of(
                link("/usr/bin/python3", "python3.9"),
                link("/usr/bin/python2", "python"),
                link("/usr/bin/python", "python2")),
            List.of());

    assertThat(names.searched()).isEmpty();
  }

  @Test
  void believesALinkThatLeadsOutOfSight() {
    PythonNames names =
        new PythonNames(List.of(link("/usr/bin/python3", "/opt/python/bin/python3.12")), List.of());

    assertThat(names.searched()).containsExactly(new Python("/usr/bin/python3", "3.12"));
  }

  @Test
  void takesTheVersionFromTheOnlyLibrary() {
    List<PathEntry> plain = List.of(file("/usr/bin/python3"));

    assertThat(
            new PythonNames(plain, List.of("/usr/lib64/python3.6", "/usr/lib/python3.6"))
                .searched())
        .containsExactly(new Python("/usr/bin/python3", "3.6"));
    assertThat(
            new PythonNames(
                    plain,
                    List.of("/usr/lib/python3", "/usr/lib/python3.6", "/usr/lib64/python3.11"))
                .searched())
        .containsExactly(new Python("/usr/bin/python3", null));
  }

  @Test
  void knowsThePlatformsOwnPython() {
    PythonNames names =
        new PythonNames(
            List.of(
                link("/usr/libexec/platform-python", "platform-python3.6"),
                file("/usr/libexec/platform-python3.6")),
            List.of());

    assertThat(names.searched()).isEmpty();
    assertThat(names.others()).hasSize(2);
    assertThat(names.at("/usr/libexec/platform-python"))
        .isEqualTo(new Python("/usr/libexec/platform-python", "3.6"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ExecStart=/usr/bin/python3 -u /usr/sbin/waagent -daemon | /usr/bin/python3",
        "ExecStart=-/usr/libexec/platform-python /usr/sbin/waagent | /usr/libexec/platform-python",
        "ExecStart=/usr/sbin/waagent -daemon | ''",
        "#ExecStart=/usr/bin/python2 | ''",
      })
  void findsTheInterpreterInAUnit(String line, String path) {
    String found = AgentInterpreter.inUnit("[Service]\n" + line + "\n");

    assertThat(found).isEqualTo(path.isEmpty() ? null : path);
  }

  @ParameterizedTest
  @CsvSource({
    "#!/usr/bin/python3 -u, /usr/bin/python3",
    "#! /usr/bin/env python3, /usr/local/bin/python3",
    "#!/usr/libexec/platform-python -s, /usr/libexec/platform-python",
    "#!/bin/sh, ''",
    "import sys, ''",
  })
  void findsTheInterpreterInTheFirstLine(String line, String path) {
    List<String> found = AgentInterpreter.inShebang(line + "\n");

    assertThat(found.isEmpty() ? "" : found.get(0)).isEqualTo(path);
  }
}
