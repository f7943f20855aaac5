package cn.zhengqi.data.encryption;

/** A device that holds a key which never leaves it. Under that key lie the master keys wherever they are kept; only a service that the device serves gets at them. */
interface KeyDevice {

    /** Bound to what the keys are for, so that nothing else that lies under the device's key passes for one. */
    byte[] wrap(byte[] key);

    /** @throws IllegalStateException for what this device did not wrap, or when it does not answer; without a word of the key */
    byte[] unwrap(byte[] wrapped);
}
