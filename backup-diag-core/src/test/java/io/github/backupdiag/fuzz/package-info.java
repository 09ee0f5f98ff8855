/** What the fuzz targets of all packages share. A target stands beside the reader that it tries. */
package io.github.backupdiag.fuzz;
