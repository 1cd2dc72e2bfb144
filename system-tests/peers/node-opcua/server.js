// A small factory behind node-opcua: the OPC UA server in our tests that is not our own code.
//
//   node server.js --port 0 --folder DIR [--user NAME --password WORD] [--history-hours 24]
//
// Every register is a pure function of time (see `registers`), so a server that was killed comes
// back with the values that a real meter would show, and anyone can recompute them. Prints one JSON
// object a line:
//   {"event":"ready","endpoint":"opc.tcp://...","thumbprint":"..."}
//   {"event":"history","point":"...","epochMs":...,"raw":"..."}   what HistoryRead offers, on start
//   {"event":"value","point":"...","epochMs":...,"raw":"..."}     the ledger: a value as published
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");
const {
  coerceInt64, DataType, MessageSecurityMode, OPCUACertificateManager, OPCUAServer, SecurityPolicy,
  StatusCodes, VariantArrayType,
} = require("node-opcua");

const QUARTER_HOUR_MS = 15 * 60 * 1000;
const NAMESPACE = "urn:zerofactory:peer";

const { values: options } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    folder: { type: "string" },
    user: { type: "string" },
    password: { type: "string" },
    "history-hours": { type: "string", default: "24" },
    "period-ms": { type: "string", default: "500" },
  },
});

/**
 * Watt-hours at a time for a meter that draws `watts` and swings by a tenth over the day. The swing's
 * slope stays below the constant part, so the register only rises.
 */
function wattHours(epochMs, watts, offset) {
  const hours = epochMs / 3_600_000;
  const swing = (0.1 * watts * 24) / (2 * Math.PI);
  return offset + Math.floor(watts * hours + swing * Math.sin((2 * Math.PI * hours) / 24));
}

/** One register in each type and unit that meters use: raw(t) is the exact text, value(t) the variant. */
const registers = [
  {
    name: "grid.energy-import", // Int64, Wh
    raw: (t) => String(wattHours(t, 12_000, 0)),
    variant: (raw) => ({
      dataType: DataType.Int64, arrayType: VariantArrayType.Scalar, value: coerceInt64(Number(raw)),
    }),
    dataType: "Int64",
  },
  {
    name: "pv-1.energy-produced", // Double, kWh with three decimals
    raw: (t) => (wattHours(t, 3_300, 17) / 1000).toFixed(3),
    variant: (raw) => ({ dataType: DataType.Double, value: Number(raw) }),
    dataType: "Double",
  },
  {
    name: "press.energy-import", // UInt32, Wh, rolls over at 100,000 (about once in two days and a half)
    raw: (t) => String(wattHours(t, 1_650, 4_200) % 100_000),
    variant: (raw) => ({ dataType: DataType.UInt32, value: Number(raw) }),
    dataType: "UInt32",
  },
];

const gauges = [
  {
    name: "grid.active-power", // Float, kW
    // swings within a minute, so that every published value is another one
    raw: (t) => (12 + 1.2 * Math.cos((2 * Math.PI * t) / 60_000)).toFixed(2),
    variant: (raw) => ({ dataType: DataType.Float, value: Number(raw) }),
    dataType: "Float",
  },
];

function print(record) {
  fs.writeSync(1, JSON.stringify(record) + "\n");
}

function publish(variable, register, epochMs, event) {
  const raw = register.raw(epochMs);
  print({ event, point: register.name, epochMs, raw }); // first: nothing is published unrecorded
  variable.setValueFromSource(register.variant(raw), StatusCodes.Good, new Date(epochMs));
}

function addVariables(addressSpace, historyHours) {
  const namespace = addressSpace.registerNamespace(NAMESPACE);
  const plant = namespace.addObject({
    organizedBy: addressSpace.rootFolder.objects, browseName: "Plant", nodeId: "s=plant",
  });
  const now = Date.now();
  const last = now - (now % QUARTER_HOUR_MS);
  const first = last - historyHours * 3_600_000;
  const all = [];
  for (const point of [...registers, ...gauges]) {
    const variable = namespace.addVariable({
      componentOf: plant, browseName: point.name, nodeId: "s=" + point.name,
      dataType: point.dataType, minimumSamplingInterval: 100,
    });
    all.push({ variable, point });
    if (!registers.includes(point)) continue;
    addressSpace.installHistoricalDataNode(variable, { maxOnlineValues: historyHours * 4 + 1000 });
    for (let t = first; t <= last; t += QUARTER_HOUR_MS) publish(variable, point, t, "history");
  }
  return all;
}

async function main() {
  const certificates = new OPCUACertificateManager({
    automaticallyAcceptUnknownCertificate: true, rootFolder: path.join(options.folder, "pki"),
  });
  await certificates.initialize();
  const secured = options.user !== undefined;
  const server = new OPCUAServer({
    port: Number(options.port),
    hostname: "localhost",
    resourcePath: "/peer",
    serverCertificateManager: certificates,
    securityPolicies: [secured ? SecurityPolicy.Basic256Sha256 : SecurityPolicy.None],
    securityModes: [secured ? MessageSecurityMode.SignAndEncrypt : MessageSecurityMode.None],
    allowAnonymous: !secured,
    userManager: {
      isValidUser: (name, word) => name === options.user && word === options.password,
    },
    serverInfo: { applicationUri: "urn:localhost:zerofactory-peer" },
  });
  await server.initialize();
  const points = addVariables(server.engine.addressSpace, Number(options["history-hours"]));
  await server.start();
  const endpoint = server.endpoints[0];
  print({
    event: "ready",
    endpoint: `opc.tcp://localhost:${endpoint.port}/peer`,
    thumbprint: require("node:crypto")
      .createHash("sha256").update(server.getCertificate()).digest("hex"),
  });
  setInterval(() => {
    const t = Date.now();
    for (const { variable, point } of points) publish(variable, point, t, "value");
  }, Number(options["period-ms"]));
  process.on("SIGTERM", () => server.shutdown(0).then(() => process.exit(0)));
}

main().catch((error) => {
  print({ event: "failed", reason: String(error && error.stack ? error.stack : error) });
  process.exit(1);
});
