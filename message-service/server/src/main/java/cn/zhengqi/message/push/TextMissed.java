package cn.zhengqi.message.push;

import java.util.UUID;

/**
 * That a provider never had a text message of which nobody knew, told inside the service in the transaction in which it is on record. It is told once of a push, so that whoever sends it again does so once.
 *
 * @param push entry in the log of pushes
 * @param goesAgain false: its day is over, and it goes again only when an operator says so
 */
public record TextMissed(UUID push, boolean goesAgain) {}
