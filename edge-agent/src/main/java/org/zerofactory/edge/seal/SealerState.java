package org.zerofactory.edge.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.zerofactory.domain.metering.Quantity;

/**
 * What sealing knows beyond its blocks, as bytes that are stored in the same transaction as they:
 * so a stop at any point neither loses nor doubles energy.
 */
final class SealerState {

  private static final int VERSION = 1;

  private SealerState() {}

  /** Everything up to the frontier; what is later is read again after a start. */
  static byte[] write(
      @Nullable Instant frontier,
      SourceMarks marks,
      Map<String, ReadingBook> books,
      Map<String, StateBook> states) {
    Instant until = frontier == null ? Instant.EPOCH : frontier;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(frontier == null ? Long.MIN_VALUE : frontier.getEpochSecond());
      marks.write(out, until);
      out.writeInt(books.size());
      for (ReadingBook book : books.values()) {
        out.writeUTF(book.point().id());
        out.writeByte(book.point().kind().ordinal());
        book.write(out, until);
      }
      out.writeInt(states.size());
      for (StateBook state : states.values()) {
        out.writeUTF(state.point().id());
        state.write(out, until);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** Fills books and marks; points that the site no longer has are read over. */
  static @Nullable Instant read(
      byte[] bytes,
      SourceMarks marks,
      Map<String, ReadingBook> books,
      Map<String, StateBook> states) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException(
            "the journal's sealer state has version " + version + ", expected " + VERSION);
      }
      long frontier = in.readLong();
      marks.read(in);
      for (int i = in.readInt(); i > 0; i--) {
        String id = in.readUTF();
        Quantity.Kind kind = Quantity.Kind.values()[in.readByte()];
        ReadingBook book = books.get(id);
        (book != null && book.point().kind() == kind ? book : unused(id, kind)).read(in);
      }
      for (int i = in.readInt(); i > 0; i--) {
        String id = in.readUTF();
        StateBook state = states.get(id);
        (state != null ? state : new StateBook(unusedPoint(id, Quantity.Kind.STATE))).read(in);
      }
      return frontier == Long.MIN_VALUE ? null : Instant.ofEpochSecond(frontier);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal's sealer state ends too early", e);
    }
  }

  private static ReadingBook unused(String id, Quantity.Kind kind) {
    SealedPoint point = unusedPoint(id, kind);
    return kind == Quantity.Kind.REGISTER
        ? new RegisterBook(point, SealSettings.DEFAULT.registerTolerance())
        : new PowerBook(point, SealSettings.DEFAULT.powerTolerance());
  }

  private static SealedPoint unusedPoint(String id, Quantity.Kind kind) {
    return new SealedPoint(id, "", kind, OptionalLong.empty());
  }
}
