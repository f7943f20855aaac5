package cn.zhengqi.data.encryption;

import cn.zhengqi.kernel.ProblemException;
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
    private final MasterKeys masterKeys;
    private final DataKeys dataKeys;
    private final KeyChanges changes;

    EncryptionEndpoint(Reencryption reencryption, MasterKeys masterKeys, DataKeys dataKeys, KeyChanges changes) {
        this.reencryption = reencryption;
        this.masterKeys = masterKeys;
        this.dataKeys = dataKeys;
        this.changes = changes;
    }

    /**
     * As they are to stand in the environment.
     *
     * @param key a new one, of which only the device knows what it is
     * @param indexKey the one in use, under the device
     */
    record WrappedKeys(String key, String indexKey) {}

    /** For a change to a new key where keys lie under a device; 404 where there is none, and whoever runs the platform makes the key. */
    @PostMapping("/keys")
    WrappedKeys keys() {
        if (!masterKeys.haveDevice()) {
            throw ProblemException.notFound("没有配置密钥设备");
        }
        WrappedKeys keys = new WrappedKeys(masterKeys.make(), masterKeys.wrapped(dataKeys.indexMaster()));
        changes.made();
        return keys;
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
