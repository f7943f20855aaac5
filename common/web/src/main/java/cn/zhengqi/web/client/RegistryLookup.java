package cn.zhengqi.web.client;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerUriTools;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * Finds a service of the registry for clients other than Feign. A host without dot and port, as in
 * {@code http://auth-service/oauth2/jwks}, is the name of a service; everything else is an address.
 */
public final class RegistryLookup implements ClientHttpRequestInterceptor {

    private final @Nullable LoadBalancerClient registry;

    public RegistryLookup(@Nullable LoadBalancerClient registry) {
        this.registry = registry;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        URI address = request.getURI();
        String host = address.getHost();
        if (registry == null
                || host == null
                || address.getPort() != -1
                || host.contains(".")
                || host.equals("localhost")) {
            return execution.execute(request, body);
        }
        ServiceInstance instance = registry.choose(host);
        if (instance == null) {
            throw new IOException("No instance of " + host + " is registered");
        }
        URI found = LoadBalancerUriTools.reconstructURI(instance, address);
        return execution.execute(
                new HttpRequestWrapper(request) {
                    @Override
                    public URI getURI() {
                        return found;
                    }
                },
                body);
    }
}
