package io.github.backupdiag;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.internal.intake.Decoding;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.render.ReportRenderer;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class ExplainFuzzTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final JsonFactory JSON = new JsonFactory();
  private static final DocumentBuilderFactory XML = DocumentBuilderFactory.newInstance();

  static Stream<byte[]> payloads() {
    return Samples.payloads();
  }

  /** From any text a report without a fault of ours, in every format. */
  @MethodSource("payloads")
  @FuzzTest
  void explain(byte[] bytes) throws Exception {
    String text = Decoding.decoded(bytes);
    Report report = DIAGNOSIS.explain(DiagnosisRequest.builder().errorText(text).build());

    assertThat(report.problems()).isEmpty();
    try (JsonParser json = JSON.createParser(written(Renderers.compactJson(null), report))) {
      while (json.nextToken() != null) {
        json.skipChildren();
      }
    }
    assertThat(written(Renderers.text(), report)).isNotBlank();
    assertThat(written(Renderers.markdown(), report)).isNotBlank();
    XML.newDocumentBuilder()
        .parse(new InputSource(new StringReader(written(Renderers.html(), report))));
  }

  private static String written(ReportRenderer renderer, Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    renderer.render(report, Locale.GERMAN, out);
    return out.toString();
  }
}
