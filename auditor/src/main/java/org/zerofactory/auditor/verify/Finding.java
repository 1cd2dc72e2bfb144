package org.zerofactory.auditor.verify;

/**
 * Something in a journal that an auditor must know.
 *
 * @param sequence of the block it was found in, 0 if it concerns the whole journal
 * @param failure whether it breaks the proof; otherwise it is a remark
 */
public record Finding(long sequence, boolean failure, String text) {}
