/** Why the browser host cannot run on this machine; callers skip with the message, or fail where they must not skip. */
export class HostUnavailable extends Error {}
