package cn.zhengqi.engines.rocketmq;

import org.apache.rocketmq.broker.BrokerController;
import org.apache.rocketmq.broker.BrokerStartup;
import org.apache.rocketmq.common.ServiceThread;
import org.apache.rocketmq.namesrv.NamesrvStartup;

/** Starts name server and broker in one JVM, which halves their memory. Arguments: the two configuration files. */
public final class RocketMqMain {

    private RocketMqMain() {}

    public static void main(String[] args) throws ReflectiveOperationException, InterruptedException {
        NamesrvStartup.main0(new String[] {"-c", args[0]});
        var broker = BrokerStartup.createBrokerController(new String[] {"-c", args[1]});
        stopCountingTransactions(broker);
        BrokerStartup.start(broker);
        stopServingPops(broker);
        register(broker);
    }

    /**
     * A broker that starts quicker than its connection to the name server leaves out its first registration, and no client finds it
     * until the next, ten seconds later (RocketMQ 5.5.0).
     */
    private static void register(BrokerController broker) throws InterruptedException {
        var client = broker.getBrokerOuterAPI().getRemotingClient();
        while (client.getAvailableNameSrvList().isEmpty()) {
            Thread.sleep(20);
        }
        broker.registerBrokerAll(true, false, true);
    }

    /** Our consumers pull: what waits to serve those that pop looks for them some hundred times a second, a quarter of what an idle broker costs. */
    private static void stopServingPops(BrokerController broker) {
        var pops = broker.getPopMessageProcessor();
        pops.getPopBufferMergeService().makeStop();
        pops.getPopLongPollingService().makeStop();
        broker.getPopLiteMessageProcessor().getPopLiteLongPollingService().makeStop();
        broker.getNotificationProcessor().getPopLongPollingService().makeStop();
    }

    /**
     * Spins on a whole core until its first flush is due, three seconds after the start (RocketMQ 5.5.0); it counts
     * transactional messages, of which we send none.
     */
    private static void stopCountingTransactions(BrokerController broker) throws ReflectiveOperationException {
        var field = BrokerController.class.getDeclaredField("transactionMetricsFlushService");
        field.setAccessible(true);
        ((ServiceThread) field.get(broker)).shutdown();
    }
}
