package io.github.backupdiag.internal.parse;

import io.github.backupdiag.catalog.Catalog;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a catalog and costly to make, kept for as long as the same catalog is asked for.
 * Thread-safe.
 *
 * @param <T> type of what is made; immutable
 */
public final class PerCatalog<T> {

  private final Function<Catalog, T> maker;
  private volatile @Nullable Made<T> made;

  /**
   * Makes nothing yet.
   *
   * @param maker makes it; called again only for another catalog
   */
  public PerCatalog(Function<Catalog, T> maker) {
    this.maker = maker;
  }

  /**
   * Gives what belongs to a catalog.
   *
   * @param catalog the catalog
   * @return the same as before for the same catalog, unless two threads came first
   */
  public T of(Catalog catalog) {
    Made<T> known = made;
    if (known == null || known.catalog() != catalog) {
      known = new Made<>(catalog, maker.apply(catalog));
      made = known;
    }
    return known.value();
  }

  private record Made<T>(Catalog catalog, T value) {}
}
