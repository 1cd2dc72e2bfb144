/** The OPC UA server: address space, subscriptions, history, certificate, and identities. */
@NullMarked
package org.zerofactory.simulator.opcua;

import org.jspecify.annotations.NullMarked;
