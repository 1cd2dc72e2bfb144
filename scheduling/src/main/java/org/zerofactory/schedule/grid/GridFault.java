package org.zerofactory.schedule.grid;

/**
 * A hard rule that a plan breaks.
 *
 * @param rule a word such as {@code horizon}, {@code release}, {@code precedence}, {@code machine},
 *     {@code closed}, {@code resource}, {@code flow-line}, {@code wait}, {@code fixed}, {@code
 *     due}, {@code import-limit}
 * @param operation number of the operation, -1 if it is none in particular
 * @param excess by how much, in slots, units or kW
 * @param text what is wrong, with names
 */
public record GridFault(String rule, int operation, double excess, String text) {}
