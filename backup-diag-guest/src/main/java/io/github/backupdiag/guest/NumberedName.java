package io.github.backupdiag.guest;

import java.math.BigInteger;
import java.util.Comparator;

/** The order of files that are numbered by whoever writes them: {@code 9.status, 10.status}. */
final class NumberedName {

  private static final BigInteger NO_NUMBER = BigInteger.ONE.negate();

  /** By the last number in the name, names without one first, then by path. */
  static final Comparator<Place> ORDER =
      Comparator.comparing(NumberedName::number).thenComparing(Place.BY_GUEST_PATH);

  private NumberedName() {}

  private static BigInteger number(Place place) {
    String name = place.guestPath().substring(place.guestPath().lastIndexOf('/') + 1);
    int end = name.length();
    while (end > 0 && !isDigit(name.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && isDigit(name.charAt(start - 1))) {
      start--;
    }
    return start == end ? NO_NUMBER : new BigInteger(name.substring(start, end));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
