package org.zerofactory.simulator;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** An OPC UA client over the socket, as an edge would be. */
final class SimulatorClient implements AutoCloseable {

  private static final String APPLICATION_URI = "urn:zerofactory:test-client";
  private static final int MAXIMUM_PAGES = 10_000;

  private final OpcUaClient client;
  private final int namespace;

  private SimulatorClient(OpcUaClient client) throws UaException {
    this.client = client;
    this.namespace =
        client.readNamespaceTable().getIndex("urn:zerofactory:plant-simulator").intValue();
  }

  /** One page of history, and where the next begins. */
  record Page(StatusCode status, List<DataValue> values, ByteString continuation) {}

  static SimulatorClient connect(RunningSimulator simulator) throws Exception {
    return connect(simulator.endpoint(), SecurityPolicy.None, new AnonymousProvider());
  }

  static SimulatorClient connect(String endpoint, SecurityPolicy policy, IdentityProvider identity)
      throws Exception {
    KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
    X509Certificate certificate =
        new SelfSignedCertificateBuilder(keys)
            .setCommonName("test client")
            .setApplicationUri(APPLICATION_URI)
            .build();
    OpcUaClient client =
        OpcUaClient.create(
            endpoint,
            endpoints ->
                endpoints.stream()
                    .filter(offered -> policy.getUri().equals(offered.getSecurityPolicyUri()))
                    .findFirst(),
            transport -> {},
            configuration ->
                configuration
                    .setApplicationName(LocalizedText.english("test client"))
                    .setApplicationUri(APPLICATION_URI)
                    .setKeyPair(keys)
                    .setCertificate(certificate)
                    .setCertificateChain(new X509Certificate[] {certificate})
                    .setIdentityProvider(identity)
                    .setRequestTimeout(uint(20_000)));
    try {
      return new SimulatorClient(client.connect());
    } catch (UaException exception) {
      client.disconnectAsync().join();
      throw exception;
    }
  }

  OpcUaClient client() {
    return client;
  }

  NodeId node(String name) {
    return new NodeId(namespace, name);
  }

  /** A register's value. */
  static long number(DataValue value) {
    return (Long) Objects.requireNonNull(value.value().value());
  }

  /** A value that is a time. */
  static Instant time(DataValue value) {
    return ((DateTime) Objects.requireNonNull(value.value().value())).getJavaInstant();
  }

  static Instant stamp(DataValue value) {
    return Objects.requireNonNull(value.sourceTime()).getJavaInstant();
  }

  DataValue read(String name) throws UaException {
    return client.readValue(0, TimestampsToReturn.Both, node(name));
  }

  List<DataValue> read(List<String> names) throws UaException {
    return client.readValues(0, TimestampsToReturn.Both, names.stream().map(this::node).toList());
  }

  StatusCode write(String name, Object value) throws UaException {
    DataValue written = DataValue.valueOnly(new Variant(value));
    return client.writeValues(List.of(node(name)), List.of(written)).get(0);
  }

  Page page(String name, Instant from, Instant to, int limit, ByteString continuation)
      throws UaException {
    var details =
        new ReadRawModifiedDetails(false, new DateTime(from), new DateTime(to), uint(limit), false);
    var id = new HistoryReadValueId(node(name), null, QualifiedName.NULL_VALUE, continuation);
    HistoryReadResult result =
        Optional.ofNullable(
                client
                    .historyRead(details, TimestampsToReturn.Source, false, List.of(id))
                    .getResults())
            .orElseThrow()[0];
    return new Page(result.getStatusCode(), valuesOf(result), result.getContinuationPoint());
  }

  private List<DataValue> valuesOf(HistoryReadResult result) {
    if (result.getHistoryData() == null || result.getHistoryData().isNull()) {
      return List.of();
    }
    HistoryData data =
        (HistoryData) result.getHistoryData().decode(client.getStaticEncodingContext());
    return data.getDataValues() == null ? List.of() : List.of(data.getDataValues());
  }

  /** All values in {@code [from, to)}, page after page. */
  List<DataValue> history(String name, Instant from, Instant to) throws UaException {
    List<DataValue> values = new ArrayList<>();
    ByteString continuation = ByteString.NULL_VALUE;
    for (int pages = 0; pages < MAXIMUM_PAGES; pages++) {
      Page page = page(name, from, to, 0, continuation);
      values.addAll(page.values());
      continuation = page.continuation();
      if (continuation == null || continuation.isNullOrEmpty()) {
        return values;
      }
    }
    throw new IllegalStateException("history of " + name + " does not end");
  }

  /** Values of several nodes by one request after another; each response is counted. */
  List<Integer> historySizes(List<String> names, Instant from, Instant to) throws Exception {
    var details =
        new ReadRawModifiedDetails(false, new DateTime(from), new DateTime(to), uint(0), false);
    List<HistoryReadValueId> open = new ArrayList<>();
    names.forEach(
        name ->
            open.add(
                new HistoryReadValueId(
                    node(name), null, QualifiedName.NULL_VALUE, ByteString.NULL_VALUE)));
    List<Integer> sizes = new ArrayList<>();
    for (int pages = 0; pages < MAXIMUM_PAGES && !open.isEmpty(); pages++) {
      var response = client.historyRead(details, TimestampsToReturn.Source, false, open);
      HistoryReadResult[] results = Objects.requireNonNull(response.getResults());
      List<HistoryReadValueId> next = new ArrayList<>();
      int values = 0;
      for (int index = 0; index < results.length; index++) {
        values += valuesOf(results[index]).size();
        ByteString continuation = results[index].getContinuationPoint();
        if (continuation != null && !continuation.isNullOrEmpty()) {
          next.add(
              new HistoryReadValueId(
                  open.get(index).getNodeId(), null, QualifiedName.NULL_VALUE, continuation));
        }
      }
      sizes.add(values);
      open.clear();
      open.addAll(next);
    }
    return sizes;
  }

  /** Every value that the server publishes for a node. */
  BlockingQueue<DataValue> watch(String name, double samplingMillis) throws UaException {
    BlockingQueue<DataValue> values = new LinkedBlockingQueue<>(100_000);
    OpcUaSubscription subscription = new OpcUaSubscription(client, 100.0);
    subscription.create();
    OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node(name));
    item.setSamplingInterval(samplingMillis);
    item.setQueueSize(uint(1000));
    item.setDataValueListener((source, value) -> values.add(value));
    subscription.addMonitoredItem(item);
    subscription.createMonitoredItems();
    return values;
  }

  @Override
  public void close() throws UaException {
    client.disconnect();
  }
}
