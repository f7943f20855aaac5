/** The gateway remembers what counts of a key for two seconds and waits two for an answer. */
export const IN_FORCE = '更换后的密钥 5 秒内生效。';
