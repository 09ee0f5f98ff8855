package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.ErrorCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Adds causes of another source to a known code, behind the causes it has. */
final class CodeExtension {

  private CodeExtension() {}

  @SuppressWarnings("unchecked")
  static <T> T join(T known, T more) {
    return known instanceof ErrorCode code && more instanceof ErrorCode extension
        ? (T) join(code, extension)
        : known;
  }

  private static ErrorCode join(ErrorCode code, ErrorCode extension) {
    return new ErrorCode(
        code.code(),
        both(code.aliases(), extension.aliases()),
        both(code.damagedForms(), extension.damagedForms()),
        both(code.numbers(), extension.numbers()),
        code.matchOnlyIn(),
        code.synthetic(),
        code.obsolete(),
        code.obsoleteSince(),
        code.scope(),
        code.topic(),
        code.retry(),
        both(code.causes(), extension.causes()),
        both(code.sources(), extension.sources()));
  }

  private static List<String> both(List<String> first, List<String> second) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
