package cn.zhengqi.engines.rocketmq;

import org.apache.rocketmq.broker.BrokerStartup;
import org.apache.rocketmq.namesrv.NamesrvStartup;

/** Starts name server and broker in one JVM, which halves their memory. Arguments: the two configuration files. */
public final class RocketMqMain {

    private RocketMqMain() {}

    public static void main(String[] args) {
        NamesrvStartup.main0(new String[] {"-c", args[0]});
        BrokerStartup.start(BrokerStartup.createBrokerController(new String[] {"-c", args[1]}));
    }
}
