package cn.zhengqi.gateway.relay;

import cn.zhengqi.gateway.GatewayProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Ends the connection of who begins a request and falls silent, or takes for ever over it: each body under way holds a place in the service that it is for, also where
 * nobody has signed in yet. Answers, streams among them, may take as long as they take.
 */
@Component
class SlowCallers implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final GatewayProperties properties;

    SlowCallers(GatewayProperties properties) {
        this.properties = properties;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.readTimeout(properties.callerSilence())
                .requestTimeout(properties.longestRequest())
                .idleTimeout(properties.idleConnection()));
    }
}
