package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.Make.SIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.ExtensionConflictException;
import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionsTest {

  private static final DiagnosisRequest ERROR = DiagnosisRequest.builder().code("XError").build();

  private static BackupDiagnosisBuilder builder() {
    return BackupDiagnosis.builder()
        .discover(false)
        .add(SmallCatalog.of("x-a").code("XError", "x-a"));
  }

  @Test
  void refusesTwoRulesWithOneIdAndNamesBoth() {
    BackupDiagnosisBuilder twice =
        builder().add(Make.always("t.same", "x-a", Make.yes(When.NOW))).add(new Same());

    assertThatThrownBy(twice::build)
        .isInstanceOf(ExtensionConflictException.class)
        .hasMessageContainingAll("'t.same'", Make.class.getName(), Same.class.getName(), "replace");
  }

  /** A rule with an id that another one has. */
  private static final class Same implements Diagnostic {
    @Override
    public DiagnosticDescriptor descriptor() {
      return DiagnosticDescriptor.of("t.same", "x-a");
    }

    @Override
    public Verdict diagnose(Facts facts) {
      return Make.no(When.NOW);
    }
  }

  @Test
  void refusesTwoProbesWithOneId() {
    BackupDiagnosisBuilder twice =
        builder().add(Make.seeing("p.same", SIGN, "a")).add(Make.seeing("p.same", SIGN, "b"));

    assertThatThrownBy(twice::build)
        .isInstanceOf(ExtensionConflictException.class)
        .hasMessageContaining("probe 'p.same' is given twice");
  }

  @Test
  void replacesARuleOnPurpose() {
    Report report =
        builder()
            .add(Make.always("t.rule", "x-a", Make.yes(When.NOW)))
            .replace("t.rule", Make.always("t.rule", "x-a", Make.no(When.NOW)))
            .build()
            .judge(FactSet.empty(), ERROR);

    assertThat(report.causes().get(0).state()).isEqualTo(CauseState.RULED_OUT);
  }

  @Test
  void leavesARuleOutOnPurpose() {
    Report report =
        builder()
            .add(Make.always("t.rule", "x-a", Make.yes(When.NOW)))
            .without("t.rule")
            .build()
            .judge(FactSet.empty(), ERROR);

    assertThat(report.causes().get(0).state()).isEqualTo(CauseState.NOT_TESTED);
  }

  @Test
  void refusesToReplaceOrLeaveOutWhatIsNotThere() {
    BackupDiagnosisBuilder misspelled =
        builder().add(Make.always("t.rule", "x-a", Make.yes(When.NOW))).without("t.ruel");

    assertThatThrownBy(misspelled::build)
        .isInstanceOf(ExtensionConflictException.class)
        .hasMessageContaining("did you mean 't.rule'?");
  }

  @Test
  void refusesABrokenForeignCatalogWhenItIsBuilt() {
    BackupDiagnosisBuilder broken =
        BackupDiagnosis.builder()
            .discover(false)
            .add(SmallCatalog.of("x-a").code("XError", "x-aa"));

    assertThatThrownBy(broken::build)
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("did you mean 'x-a'?");
  }

  @Test
  void aRuleThatCannotDescribeItselfIsAProblemAndNoMore() {
    Diagnostic mute =
        new Diagnostic() {
          @Override
          public DiagnosticDescriptor descriptor() {
            throw new IllegalStateException("mute");
          }

          @Override
          public Verdict diagnose(Facts facts) {
            return Make.yes(When.NOW);
          }
        };

    Report report = builder().add(mute).build().judge(FactSet.empty(), ERROR);

    assertThat(report.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.text()).contains("mute"));
  }

  @Test
  void aProviderThatCannotBeLoadedIsAProblemAndTheOthersTakePart() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new WithService(before, "org.example.Missing"));
    try {
      BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
      Report report = diagnosis.judge(FactSet.empty(), DiagnosisRequest.healthCheck());

      assertThat(report.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.text()).contains("org.example.Missing"));
      assertThat(diagnosis.diagnostics())
          .extracting(DiagnosticDescriptor::id)
          .contains("core.agent.guest-agent-missing");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Shows one more services file for rules than its parent does. */
  private static final class WithService extends ClassLoader {

    private final String provider;

    WithService(ClassLoader parent, String provider) {
      super(parent);
      this.provider = provider;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      List<URL> found = Collections.list(super.getResources(name));
      if (name.equals("META-INF/services/" + Diagnostic.class.getName())) {
        found.add(0, new URL(null, "memory:services", new Memory(provider)));
      }
      return Collections.enumeration(found);
    }
  }

  /** A URL that holds a text. */
  private static final class Memory extends URLStreamHandler {

    private final String text;

    Memory(String text) {
      this.text = text;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
      };
    }
  }
}
