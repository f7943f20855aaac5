package cn.zhengqi.events;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The RocketMQ clients of a service: one producer and one consumer over one set of connections and threads. */
final class Broker {

    private static final Logger log = LoggerFactory.getLogger(Broker.class);

    /** Topics that every broker has, the first only with automatic creation on; their brokers get the new topic. */
    private static final List<String> TEMPLATE_TOPICS = List.of("TBW102", "DefaultCluster");

    /** As many as one pull brings. */
    private static final int MOST_AT_ONCE = 32;

    private final String service;
    private final EventsProperties properties;
    private final String instance;
    private final DefaultMQProducer producer;
    private final Set<String> knownTopics = ConcurrentHashMap.newKeySet();
    private boolean producing;
    private volatile @Nullable DefaultMQPushConsumer consumer;

    Broker(String service, EventsProperties properties) {
        this.service = service;
        this.properties = properties;
        this.instance = service + "-" + ProcessHandle.current().pid() + "-"
                + Integer.toHexString(System.identityHashCode(this));
        this.producer = new DefaultMQProducer(service + "-outbox");
        configure(producer);
        producer.setSendMsgTimeout(5000);
        // The outbox repeats.
        producer.setRetryTimesWhenSendFailed(0);
        // Nothing goes through its accumulator, whose two threads wake twice in this time, every 5 ms unless it is
        // said: most of what an idle service cost. It ends no quicker than they wake.
        producer.batchMaxDelayMs(500);
    }

    synchronized void startProducer() throws MQClientException {
        if (!producing) {
            producer.start();
            producing = true;
        }
    }

    /** Without this the first event of a new topic is half a minute late. */
    void ensureTopic(String topic) throws MQClientException {
        if (knownTopics.contains(topic)) {
            return;
        }
        if (!exists(topic)) {
            create(topic);
        }
        knownTopics.add(topic);
    }

    /** After a failure: the broker may have come back with an empty store. */
    void forgetTopics() {
        knownTopics.clear();
    }

    void send(List<Message> sameTopic)
            throws MQClientException, MQBrokerException, RemotingException, InterruptedException {
        SendResult result = producer.send(sameTopic);
        if (result.getSendStatus() != SendStatus.SEND_OK && result.getSendStatus() != SendStatus.SLAVE_NOT_AVAILABLE) {
            throw new MQClientException("The broker answered " + result.getSendStatus(), null);
        }
    }

    /** @param typesByTopic what to receive, tags by topic */
    synchronized void subscribe(Map<String, Set<String>> typesByTopic, MessageListenerConcurrently listener)
            throws MQClientException {
        if (consumer != null || typesByTopic.isEmpty()) {
            return;
        }
        DefaultMQPushConsumer fresh = new DefaultMQPushConsumer(service);
        configure(fresh);
        fresh.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        fresh.setConsumeThreadMax(properties.consumerThreads());
        fresh.setConsumeThreadMin(properties.consumerThreads());
        fresh.setConsumeMessageBatchMaxSize(MOST_AT_ONCE);
        fresh.setPullThresholdForQueue(256);
        fresh.setPullThresholdSizeForQueue(8);
        // Dead letters are kept here, in the database, not in the broker.
        fresh.setMaxReconsumeTimes(100_000);
        fresh.setAwaitTerminationMillisWhenShutdown(5000);
        for (Map.Entry<String, Set<String>> topic : typesByTopic.entrySet()) {
            fresh.subscribe(topic.getKey(), String.join(" || ", topic.getValue()));
        }
        fresh.setMessageListener(listener);
        fresh.start();
        consumer = fresh;
        log.info("Receiving {}", typesByTopic);
    }

    /**
     * One of several that were received together comes again later.
     *
     * @return false: the broker does not take it back
     */
    boolean giveBack(MessageExt message, int delayLevel, String brokerName) {
        DefaultMQPushConsumer receiving = consumer;
        if (receiving == null) {
            return false;
        }
        try {
            receiving.sendMessageBack(message, delayLevel, brokerName);
            return true;
        } catch (RemotingException | MQBrokerException | MQClientException away) {
            log.warn("Event {} cannot be given back: {}", message.getKeys(), away.toString());
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized void stop() {
        DefaultMQPushConsumer receiving = consumer;
        if (receiving != null) {
            receiving.shutdown();
            consumer = null;
        }
        if (producing) {
            producer.shutdown();
            producing = false;
        }
    }

    /** What is to be used instead of the namespace is sent along with each request, and the broker takes no notice of it. */
    @SuppressWarnings("deprecation")
    private void configure(ClientConfig client) {
        client.setNamesrvAddr(properties.namesrv());
        if (properties.namespace() != null) {
            client.setNamespace(properties.namespace());
        }
        client.setInstanceName(instance);
        client.setClientCallbackExecutorThreads(1);
        client.setVipChannelEnabled(false);
        client.setPollNameServerInterval(5000);
        client.setHeartbeatBrokerInterval(5000);
        client.setPersistConsumerOffsetInterval(1000);
        client.setMqClientApiTimeout(5000);
    }

    private boolean exists(String topic) {
        try {
            return !producer.fetchPublishMessageQueues(topic).isEmpty();
        } catch (MQClientException unknown) {
            return false;
        }
    }

    private void create(String topic) throws MQClientException {
        MQClientException last = null;
        for (String template : TEMPLATE_TOPICS) {
            try {
                producer.createTopic(template, topic, properties.topicQueues(), Map.of());
                awaitRoute(topic);
                log.info("Created topic {}", topic);
                return;
            } catch (MQClientException failure) {
                last = failure;
            }
        }
        if (last != null) {
            throw last;
        }
    }

    private void awaitRoute(String topic) throws MQClientException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!exists(topic)) {
            if (System.nanoTime() > deadline) {
                throw new MQClientException("The name server does not show " + topic, null);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new MQClientException("Interrupted", stopped);
            }
        }
    }
}
