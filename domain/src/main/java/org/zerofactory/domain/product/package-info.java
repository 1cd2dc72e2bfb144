/**
 * Energy and emissions of products: the production log and each quarter hour's load, allocated to
 * the orders that ran.
 */
@NullMarked
package org.zerofactory.domain.product;

import org.jspecify.annotations.NullMarked;
