package org.zerofactory.domain.product;

/** Pieces that came out. */
public record Output(long good, long scrap) {

  public static final Output NONE = new Output(0, 0);

  public Output plus(Output other) {
    return new Output(Math.addExact(good, other.good), Math.addExact(scrap, other.scrap));
  }
}
