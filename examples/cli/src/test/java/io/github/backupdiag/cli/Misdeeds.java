package io.github.backupdiag.cli;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;

/** A program that does one thing that a diagnosis must not do. */
final class Misdeeds {

  private Misdeeds() {}

  /** One thing, done to a file that is there. */
  enum Deed {
    WRITE {
      @Override
      void to(Path file) throws Exception {
        Files.writeString(file, "x", StandardOpenOption.APPEND);
      }
    },
    MAKE_FOLDER {
      @Override
      void to(Path file) throws Exception {
        Files.createDirectory(file.resolveSibling("folder"));
      }
    },
    DELETE {
      @Override
      void to(Path file) throws Exception {
        Files.delete(file);
      }
    },
    MOVE {
      @Override
      void to(Path file) throws Exception {
        Files.move(file, file.resolveSibling("moved"));
      }
    },
    CHANGE_MODE {
      @Override
      void to(Path file) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    },
    CHANGE_TIME {
      @Override
      void to(Path file) throws Exception {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      }
    },
    LINK {
      @Override
      void to(Path file) throws Exception {
        Files.createSymbolicLink(file.resolveSibling("link"), file);
      }
    },
    CONNECT {
      @Override
      void to(Path file) throws Exception {
        try (Socket socket = new Socket()) {
          socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
        } catch (IOException e) {
          System.exit(0);
        }
      }
    },
    SEND {
      @Override
      void to(Path file) throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
          InetAddress here = InetAddress.getLoopbackAddress();
          socket.send(new DatagramPacket(new byte[1], 1, here, 9));
        }
      }
    },
    START {
      @Override
      void to(Path file) throws Exception {
        new ProcessBuilder("true").start().waitFor();
      }
    };

    abstract void to(Path file) throws Exception;
  }

  /** Does the one that is named first to the file that is named second. */
  public static void main(String[] args) throws Exception {
    Deed.valueOf(args[0]).to(Path.of(args[1]));
  }
}
