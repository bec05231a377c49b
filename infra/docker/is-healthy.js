/** Exit code 0 when the app of this container is ready for work, 1 otherwise. */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).catch(() => undefined);
process.exitCode = answer?.ok ? 0 : 1;
