package org.zerofactory.central.web;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What stands behind the routes of organisations. Answers are JSON texts.
 *
 * @param list all organisations with their sites
 * @param isKnown whether there is an organisation of this id
 * @param inventories as those of a site, of an organisation's id
 */
public record OrganisationDoors(
    Supplier<String> list, Predicate<String> isKnown, InventoryDoors inventories) {}
