package cn.zhengqi.engines;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The four administrative commands that we need, in RocketMQ's remoting protocol (length, header length, JSON header,
 * body; one request a connection). Its own tools would bring sixty jars to every class path.
 */
final class RocketMqAdmin {

    /** Also the name of a topic that the broker registers for itself. */
    static final String CLUSTER = "zhengqi";

    private static final int CREATE_TOPIC = 17;
    private static final int CREATE_CONSUMER_GROUP = 200;
    private static final int ROUTE_OF_TOPIC = 105;
    private static final Pattern NAME = Pattern.compile("[%|a-zA-Z0-9_-]{1,127}");
    private static final Pattern CODE = Pattern.compile("\"code\":\\s*(\\d+)");

    private final int nameServerPort;
    private final int brokerPort;

    RocketMqAdmin(int nameServerPort, int brokerPort) {
        this.nameServerPort = nameServerPort;
        this.brokerPort = brokerPort;
    }

    void createTopic(String topic) {
        var fields = Map.of(
                "topic", checked(topic),
                "defaultTopic", "TBW102",
                "readQueueNums", "4",
                "writeQueueNums", "4",
                "perm", "6",
                "topicFilterType", "SINGLE_TAG",
                "topicSysFlag", "0",
                "order", "false");
        require(call(brokerPort, CREATE_TOPIC, fields, ""), "create topic " + topic);
    }

    void createConsumerGroup(String group) {
        var body = """
                {"groupName":"%s","consumeEnable":true,"consumeFromMinEnable":true,"consumeBroadcastEnable":true,\
                "consumeMessageOrderly":false,"retryQueueNums":1,"retryMaxTimes":16,"brokerId":0,\
                "whichBrokerWhenConsumeSlowly":1,"notifyConsumerIdsChangedEnable":true}""".formatted(checked(group));
        require(call(brokerPort, CREATE_CONSUMER_GROUP, Map.of(), body), "create consumer group " + group);
    }

    /** Whether the name server sends clients of this topic to our broker. */
    boolean isRouted(String topic) {
        try {
            var answer = call(nameServerPort, ROUTE_OF_TOPIC, Map.of("topic", checked(topic)), "");
            return answer.code == 0 && answer.body.contains("127.0.0.1:" + brokerPort);
        } catch (EngineException notYetUp) {
            return false;
        }
    }

    private record Answer(int code, String header, String body) {}

    private static void require(Answer answer, String what) {
        if (answer.code != 0) {
            throw new EngineException("cannot " + what + ": " + answer.header);
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a RocketMQ name: " + name);
        }
        return name;
    }

    private static Answer call(int port, int code, Map<String, String> fields, String body) {
        var extFields = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        // 455 = MQVersion V5_3_1 and above; the broker only looks whether the client is recent.
        var header = ("{\"code\":%d,\"language\":\"JAVA\",\"version\":455,\"opaque\":1,\"flag\":0,"
                        + "\"serializeTypeCurrentRPC\":\"JSON\",\"extFields\":%s}")
                .formatted(code, extFields)
                .getBytes(StandardCharsets.UTF_8);
        var content = body.getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket()) {
            socket.setSoTimeout(10_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 3_000);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(4 + header.length + content.length);
            out.writeInt(header.length);
            out.write(header);
            out.write(content);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            var frame = new byte[in.readInt() - 4];
            // The top byte tells the form of the header (0 = JSON).
            int headerLength = in.readInt() & 0xFFFFFF;
            in.readFully(frame);
            var answered = new String(frame, 0, headerLength, StandardCharsets.UTF_8);
            var matcher = CODE.matcher(answered);
            if (!matcher.find()) {
                throw new EngineException("RocketMQ answered without a code: " + answered);
            }
            return new Answer(
                    Integer.parseInt(matcher.group(1)),
                    answered,
                    new String(frame, headerLength, frame.length - headerLength, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new EngineException("RocketMQ on port " + port + " does not answer: " + e.getMessage(), e);
        }
    }
}
