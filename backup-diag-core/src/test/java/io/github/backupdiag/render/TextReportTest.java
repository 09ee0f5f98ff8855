package io.github.backupdiag.render;

import org.junit.jupiter.api.Test;

class TextReportTest {
  @Test
  void look() {
    System.out.println(Samples.everything().as(Renderers.text()));
    System.out.println(Samples.everything().as(Renderers.markdown()));
    System.out.println(Samples.everything().as(Renderers.json()));
    System.out.println(SampleReport.healthCheck().as(Renderers.compactJson("a")));
  }
}
