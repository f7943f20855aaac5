package cn.zhengqi.auth.openapi;

import cn.zhengqi.auth.api.OpenApiKeys;
import cn.zhengqi.web.Callers;
import cn.zhengqi.web.LargeBody;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the gateway asks about keys, and tells of calls. */
@RestController
@RequestMapping("/internal/openapi")
@Callers("gateway")
class GatewayEndpoint {

    private final KeyLookup keys;
    private final Calls calls;

    GatewayEndpoint(KeyLookup keys, Calls calls) {
        this.keys = keys;
        this.calls = calls;
    }

    @GetMapping("/keys/{keyId}")
    OpenApiKeys.Lookup key(@PathVariable("keyId") String keyId) {
        return keys.lookup(keyId);
    }

    /** Up to 200 calls at once, whose paths may be long. */
    @PostMapping("/calls")
    @LargeBody(kilobytes = 512)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void calls(@RequestBody List<OpenApiKeys.Call> told) {
        calls.keep(told);
    }
}
