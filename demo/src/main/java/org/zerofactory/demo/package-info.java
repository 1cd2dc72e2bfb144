/** The demo factory: simulator, edge agent and central server in one process, over sockets only. */
@NullMarked
package org.zerofactory.demo;

import org.jspecify.annotations.NullMarked;
