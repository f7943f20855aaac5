package cn.zhengqi.message.push;

import java.util.UUID;

/**
 * That a provider has a text message of which nobody knew, and will report of it, told inside the service in the transaction in which it is on record.
 *
 * @param push entry in the log of pushes
 */
public record TextTaken(UUID push) {}
