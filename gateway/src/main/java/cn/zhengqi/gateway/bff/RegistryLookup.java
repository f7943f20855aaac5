package cn.zhengqi.gateway.bff;

import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** A host without dot and port is the name of a service in the registry; everything else is an address. */
final class RegistryLookup implements ExchangeFilterFunction {

    private final ReactorLoadBalancerExchangeFilterFunction registry;

    RegistryLookup(ReactorLoadBalancerExchangeFilterFunction registry) {
        this.registry = registry;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        String host = request.url().getHost();
        boolean address = request.url().getPort() != -1 || host.contains(".") || host.equals("localhost");
        return address ? next.exchange(request) : registry.filter(request, next);
    }
}
