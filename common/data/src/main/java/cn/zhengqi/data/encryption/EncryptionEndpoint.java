package cn.zhengqi.data.encryption;

import cn.zhengqi.web.Callers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A change of the data keys, for who runs the platform: {@code ./zhengqi keys rotate}. */
@RestController
@RequestMapping("/internal/encryption")
@Callers(Callers.OPERATIONS)
class EncryptionEndpoint {

    private final Reencryption reencryption;

    EncryptionEndpoint(Reencryption reencryption) {
        this.reencryption = reencryption;
    }

    @GetMapping
    Reencryption.State state() {
        return reencryption.state();
    }

    /** Asked again until nothing is done any more. */
    @PostMapping("/batches")
    Reencryption.Batch next() {
        return reencryption.next();
    }
}
