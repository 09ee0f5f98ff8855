package io.github.backupdiag.guest.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Ways in which somebody brings the files of a guest. */
public enum Packing {
  FOLDER {
    @Override
    Path write(Map<String, byte[]> files, Map<String, String> links, Path to) throws IOException {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = to.resolve("copy").resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      return to.resolve("copy");
    }
  },
  ZIP {
    @Override
    Path write(Map<String, byte[]> files, Map<String, String> links, Path to) throws IOException {
      return Files.write(to.resolve("guest.bin"), zip(files));
    }
  },
  TAR {
    @Override
    Path write(Map<String, byte[]> files, Map<String, String> links, Path to) throws IOException {
      return Files.write(to.resolve("guest.bin"), tar("./", files, links));
    }
  },
  TAR_GZ_WITH_HOST {
    @Override
    Path write(Map<String, byte[]> files, Map<String, String> links, Path to) throws IOException {
      byte[] tar = tar("sosreport-vm-sample-01-2026-03-14-abcdefg/", files, links);
      return Files.write(to.resolve("guest.bin"), gzip(tar));
    }
  },
  ZIP_IN_ZIP_WITH_DEVICE {
    @Override
    Path write(Map<String, byte[]> files, Map<String, String> links, Path to) throws IOException {
      Map<String, byte[]> inner = new LinkedHashMap<>();
      files.forEach((name, content) -> inner.put("device_0/" + name, content));
      Map<String, byte[]> outer = new LinkedHashMap<>();
      outer.put("readme.txt", "attached\n".getBytes(StandardCharsets.UTF_8));
      outer.put("case/2026/upload", zip(inner));
      return Files.write(to.resolve("guest.bin"), zip(outer));
    }
  };

  abstract Path write(Map<String, byte[]> files, Map<String, String> links, Path to)
      throws IOException;

  /** Packs all files below a directory. */
  public Path pack(Path root, Path to) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<String, String> links = new LinkedHashMap<>();
    List<Path> all;
    try (var walk = Files.walk(root)) {
      all = walk.sorted().toList();
    }
    for (Path each : all) {
      String name = root.relativize(each).toString().replace('\\', '/');
      if (Files.isSymbolicLink(each)) {
        links.put(name, Files.readSymbolicLink(each).toString());
      } else if (Files.isRegularFile(each)) {
        files.put(name, Files.readAllBytes(each));
      }
    }
    return write(files, links, to);
  }

  /** Packs files as they are named. */
  public Path pack(Map<String, byte[]> files, Path to) throws IOException {
    return write(files, Map.of(), to);
  }

  public static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  public static byte[] tar(String prefix, Map<String, byte[]> files, Map<String, String> links) {
    TarWriter tar = new TarWriter();
    files.forEach((name, content) -> tar.file(prefix + name, content));
    links.forEach((name, target) -> tar.link(prefix + name, target));
    return tar.bytes();
  }

  public static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }
}
