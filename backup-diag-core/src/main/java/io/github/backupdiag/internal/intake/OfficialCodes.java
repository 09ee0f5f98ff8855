package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** The codes of Microsoft's, for words that are none of them but look alike. Immutable. */
final class OfficialCodes {

  private final List<String> names;
  private final String allForms;
  private final OtherSpellings otherSpellings;

  OfficialCodes(List<ErrorCode> codes) {
    names = codes.stream().filter(code -> !code.synthetic()).map(ErrorCode::code).toList();
    List<String> forms = new ArrayList<>();
    for (ErrorCode code : codes) {
      forms.add(NormalForm.of(code.code()));
      code.aliases().forEach(alias -> forms.add(NormalForm.of(alias)));
    }
    allForms = String.join(" ", forms);
    otherSpellings = new OtherSpellings(codes);
  }

  /** As the catalog writes them. */
  List<String> names() {
    return names;
  }

  /** Tells whether a form is a piece of a known code. */
  boolean holdPiece(String form) {
    return allForms.contains(form);
  }

  OtherSpellings otherSpellings() {
    return otherSpellings;
  }
}
