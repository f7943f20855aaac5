package cn.zhengqi.message.push;

import java.util.UUID;

/**
 * What a provider reported of a text message, told inside the service in the transaction in which it is on record.
 *
 * @param push entry in the log of pushes
 */
public record TextReported(UUID push, boolean delivered) {}
