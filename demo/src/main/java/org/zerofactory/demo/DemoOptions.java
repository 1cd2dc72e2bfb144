package org.zerofactory.demo;

import java.nio.file.Path;

/**
 * How the demo runs.
 *
 * @param data folder that everything is kept in
 * @param speed seconds of plant time in a second, 1 to 1,000
 * @param plantPort of the OPC UA server, 0 for a free one
 * @param serverPort of the central server, 0 for a free one
 * @param statusPort of the edge agent's page, 0 for a free one
 */
record DemoOptions(Path data, int speed, int plantPort, int serverPort, int statusPort) {}
